/** A source whose exports are files in a folder. Read {@link org.lamplight.ingest.folder.FolderSourceTask} first. */
package org.lamplight.ingest.folder;
