/** The lamplight command: every part in one JVM on embedded defaults. */
package org.lamplight.local;
