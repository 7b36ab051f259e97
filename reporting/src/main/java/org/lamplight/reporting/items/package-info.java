/** Rows of collections: what is asked for, how it is found, and the formats it is written in. */
package org.lamplight.reporting.items;
