/** The parts that run embedded: broker, database and Connect worker, and what all parts need of them. */
package org.lamplight.local.parts;
