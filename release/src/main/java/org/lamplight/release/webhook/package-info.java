/** Releases for partners without Kafka: signed HTTP requests, as Standard Webhooks 1.0 has them. */
package org.lamplight.release.webhook;
