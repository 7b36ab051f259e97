/** The register: the latest version of every report, and what each arriving version changes. */
package org.lamplight.streams.register;
