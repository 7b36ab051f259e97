/** The area book: which ward, council, force and zone a cell lies in. */
package org.lamplight.areas;
