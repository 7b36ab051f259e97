/** What a user can set: typed, immutable, checked once when it is read. */
package org.lamplight.local.config;
