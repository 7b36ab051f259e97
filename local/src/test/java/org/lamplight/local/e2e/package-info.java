/** Everything together: a real broker, distributed Connect, streams and PostgreSQL. */
package org.lamplight.local.e2e;
