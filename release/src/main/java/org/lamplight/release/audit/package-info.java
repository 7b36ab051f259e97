/** What a reader of everything released can work out: feasible ranges of the counts that are not. */
package org.lamplight.release.audit;
