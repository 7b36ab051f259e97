/** Questions and answers over HTTP. */
package org.lamplight.reporting.http;
