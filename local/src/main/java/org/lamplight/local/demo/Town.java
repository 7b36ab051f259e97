package org.lamplight.local.demo;

/** The county's towns and larger villages: approximate centres, and residents in thousands as a weight. */
enum Town {
    NORTHAMPTON(52.2372, -0.8963, 243),
    CORBY(52.4877, -0.7010, 75),
    KETTERING(52.3985, -0.7267, 63),
    WELLINGBOROUGH(52.3025, -0.6936, 54),
    RUSHDEN(52.2893, -0.5995, 32),
    DAVENTRY(52.2572, -1.1625, 28),
    BRACKLEY(52.0320, -1.1470, 16),
    TOWCESTER(52.1330, -0.9890, 11),
    DESBOROUGH(52.4410, -0.8180, 11),
    BURTON_LATIMER(52.3650, -0.6790, 10),
    RAUNDS(52.3440, -0.5370, 9),
    IRTHLINGBOROUGH(52.3245, -0.6130, 9),
    HIGHAM_FERRERS(52.3070, -0.5930, 9),
    ROTHWELL(52.4240, -0.8030, 8),
    THRAPSTON(52.3960, -0.5380, 7),
    OUNDLE(52.4810, -0.4680, 6),
    BRIXWORTH(52.3290, -0.9020, 5),
    MOULTON(52.2890, -0.8530, 5),
    EARLS_BARTON(52.2640, -0.7530, 5),
    LONG_BUCKBY(52.3030, -1.0820, 4);

    private final double latitude;
    private final double longitude;
    private final int thousands;

    Town(double latitude, double longitude, int thousands) {
        this.latitude = latitude;
        this.longitude = longitude;
        this.thousands = thousands;
    }

    Point centre() {
        return new Point(latitude, longitude);
    }

    int thousands() {
        return thousands;
    }
}
