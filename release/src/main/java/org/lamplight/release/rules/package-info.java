/** How one count is made safe: threshold and rounding, noise by key, dominance. */
package org.lamplight.release.rules;
