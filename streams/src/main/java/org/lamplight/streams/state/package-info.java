/** How the application's own state and internal topics are kept as bytes. */
package org.lamplight.streams.state;
