/** How good are hotspots and trends? Experiments on public and on made-up reports, through the code that makes the rows. */
package org.lamplight.local.evaluate;
