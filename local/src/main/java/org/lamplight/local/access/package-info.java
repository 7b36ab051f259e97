/** Who may do what: principals and their rights, and how a cluster and a database are brought to them. */
package org.lamplight.local.access;
