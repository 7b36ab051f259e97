/** The release job: what partners are told, when, and that it is safe to. */
package org.lamplight.release;
