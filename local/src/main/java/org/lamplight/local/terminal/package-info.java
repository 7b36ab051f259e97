/** What people see: tables, progress and the live view. */
package org.lamplight.local.terminal;
