package org.lamplight.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.lamplight.local.config.ConfigFile;
import org.lamplight.local.config.Port;

/** Finds ports on the loopback interface. */
public final class Ports {
    private Ports() {}

    /**
     * The number to listen on.
     *
     * @param port what is set
     * @param key the setting, for the message
     * @param part what would listen, for the message
     * @throws StartException if the port is in use
     */
    public static int choose(Port port, String key, String part) {
        try (ServerSocket socket = new ServerSocket(port.number(), 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartException(
                    "Port %d, where the %s would listen, is in use by another program. Stop that program, or set %s in lamplight.conf (or %s in the environment) to a free port."
                            .formatted(port.number(), part, key, ConfigFile.variable(key)),
                    e);
        }
    }

    /** Any free port. */
    static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("There is no free port on the loopback interface.", e);
        }
    }
}
