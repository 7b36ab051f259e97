package org.lamplight.local.config;

/**
 * Where a running part says how it is.
 *
 * @param host the address to listen on
 * @param port the port; 0 for any free one
 */
public record MonitoringConfig(String host, Port port) {}
