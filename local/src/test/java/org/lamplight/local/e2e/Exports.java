package org.lamplight.local.e2e;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Rows as the three sources export them; they happened yesterday in Wellingborough. */
public final class Exports {
    public static final String STREETSAFE_HEADER =
            "Submitted,Date,Time,Latitude,Longitude,Place reasons,Behaviour reasons,Reported to police,Age range,Gender,Ethnicity";
    static final String RETAIL_HEADER =
            "Incident No;Last updated;Reported;From;To;Store ID;Store;Easting;Northing;Type;Violence;Threat;"
                    + "Verbal abuse;Weapon;Injury;Value stolen;Value recovered;CCTV;Statement;Images;Crime ref;Offender;"
                    + "Known offender;Stage;Status;Outcome;Outcome date";

    private final LocalDate day;
    private final String localDay;

    public Exports(Clock clock) {
        day = LocalDate.now(clock.withZone(ZoneId.of("Europe/London"))).minusDays(1);
        localDay = DateTimeFormatter.ofPattern("dd/MM/uuuu").format(day);
    }

    /** A concern; two concerns differ in their minute. */
    public String streetsafe(int minute) {
        return "%s 12:%02d,%s,11:30,52.316284,-0.690819,Badly lit; Absence of CCTV,,No,26-34,F,"
                .formatted(localDay, minute, localDay);
    }

    /** A concern in the North Sea. */
    String streetsafeOutside() {
        return "%s 12:00,%s,11:30,53.5,2.5,Badly lit,,No,,,".formatted(localDay, localDay);
    }

    String helpline(String caseRef, int version, String status) {
        return """
                {"caseRef":"%s","version":%d,"status":"%s","receivedAt":"%sT13:00:00Z",\
                "incident":{"from":"%sT09:00","to":null,"lat":52.302,"lng":-0.69},"strands":["Disability","Gender"],\
                "recordedAs":"Hate incident","consent":{"police":true,"council":false},\
                "caller":{"name":"CANARY-NAME"},"narrative":"CANARY-NARRATIVE"}""".formatted(caseRef, version, status, day, day);
    }

    String retail(String number, int minute, String pounds) {
        return retail(number, minute, pounds, "489300");
    }

    String retail(String number, int minute, String pounds, String easting) {
        return String.join(
                ";",
                List.of(
                        number,
                        "%s 12:%02d:00".formatted(localDay, minute),
                        localDay + " 12:00",
                        localDay + " 11:00",
                        localDay + " 11:10",
                        "S1",
                        "CANARY-STORE",
                        easting,
                        "267900",
                        "Shoplifting",
                        "Y;N;N;N;N",
                        pounds,
                        "£0.00",
                        "Y;Y;N",
                        "",
                        "CANARY-OFFENDER",
                        "N",
                        "Incident",
                        "Open",
                        "",
                        ""));
    }
}
