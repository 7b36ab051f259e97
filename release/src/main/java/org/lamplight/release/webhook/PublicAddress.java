package org.lamplight.release.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Tells addresses of the public internet from those of one machine or organisation, so that a webhook cannot be pointed
 * at what only the inside should reach.
 */
final class PublicAddress {
    private PublicAddress() {}

    /** Whether anyone on the internet could be behind it (RFC 6890). */
    static boolean isPublic(InetAddress address) {
        boolean special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        return !special && (address instanceof Inet4Address ? isPublic4(address) : isPublic6(address));
    }

    private static boolean isPublic4(InetAddress address) {
        int first = octet(address, 0);
        int second = octet(address, 1);
        boolean thisNetwork = first == 0;
        boolean carrierGrade = first == 100 && second >> 6 == 1;
        boolean protocols = first == 192 && second == 0 && octet(address, 2) == 0;
        boolean benchmarks = first == 198 && second >> 1 == 9;
        boolean reserved = first >= 240;
        return !(thisNetwork || carrierGrade || protocols || benchmarks || reserved);
    }

    /** Only 2000::/3 is routed; of it 2002::/16 and 2001::/32 have IPv4 addresses in them, private ones perhaps. */
    private static boolean isPublic6(InetAddress address) {
        int first = octet(address, 0) << 8 | octet(address, 1);
        int second = octet(address, 2) << 8 | octet(address, 3);
        return first >> 13 == 1 && first != 0x2002 && !(first == 0x2001 && second == 0);
    }

    private static int octet(InetAddress address, int index) {
        return Byte.toUnsignedInt(address.getAddress()[index]);
    }
}
