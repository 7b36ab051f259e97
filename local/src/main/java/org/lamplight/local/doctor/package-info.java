/** Looks at everything that Lamplight stands on, and says what to do about what is wrong. Changes nothing. */
package org.lamplight.local.doctor;
