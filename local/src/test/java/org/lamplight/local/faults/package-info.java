/** Breaks one part of a Lamplight of many processes after the other while it loads, and compares what it holds in the end. */
package org.lamplight.local.faults;
