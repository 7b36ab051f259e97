/** The commands of the command line. */
package org.lamplight.local.commands;
