/** Which views are served, as what: the collections, their columns and their geometry. */
package org.lamplight.reporting.catalogue;
