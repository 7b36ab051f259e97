/** Kills Lamplight again and again while it loads, and compares what it holds in the end with what it must hold. */
package org.lamplight.local.kill;
