/** A schema registry for one machine, behind the Confluent REST API. */
package org.lamplight.local.registry;
