/** The reporting database as its readers have it. */
package org.lamplight.local.readers;
