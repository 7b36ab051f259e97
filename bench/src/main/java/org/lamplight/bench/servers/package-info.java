/** What contenders of a benchmark share. */
package org.lamplight.bench.servers;
