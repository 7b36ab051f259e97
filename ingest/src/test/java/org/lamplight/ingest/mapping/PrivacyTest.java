package org.lamplight.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.ingest.mapping.Outcome.Accepted;
import org.lamplight.ingest.mapping.Outcome.Rejected;

class PrivacyTest {
    private static final Mapping RETAIL = Mapping.read("retail");
    private static final String HEADER =
            "Incident No;Last updated;Reported;From;To;Store ID;Store;Easting;Northing;Type;"
                    + "Violence;Threat;Verbal abuse;Weapon;Injury;Value stolen;Value recovered;CCTV;Statement;Images;Crime ref;"
                    + "Offender;Known offender;Stage;Status;Outcome;Outcome date\n";
    private static final List<String> SOUND = List.of(
            ("BCP-1;05/01/2026 10:00:00;05/01/2026 09:30;04/01/2026 16:00;04/01/2026 16:10;S042;Shop;475400;260500;"
                            + "Shoplifting;N;Y;Y;N;N;12;0;Y;N;Y;26000001;X;Y;Incident;Open;18;06/02/2026")
                    .split(";"));

    @Test
    void shouldNeverSayAValueInAProblem() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int column = 0; column < SOUND.size(); column++) {
            List<String> row = new ArrayList<>(SOUND);
            row.set(column, "Secretvalue-é");
            outcomes.addAll(Fixture.map(RETAIL, HEADER + String.join(";", row) + "\n"));
        }

        assertThat(outcomes).filteredOn(Rejected.class::isInstance).hasSizeGreaterThan(15);
        assertThat(outcomes)
                .filteredOn(Rejected.class::isInstance)
                .allSatisfy(outcome ->
                        assertThat(outcome.toString().toLowerCase(Locale.ROOT)).doesNotContain("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Incident No", "Store ID", "Store", "Crime ref", "Offender"})
    void shouldHoldNothingOfIdsStoresReferencesAndOffendersInAReport(String column) {
        List<String> row = new ArrayList<>(SOUND);
        row.set(Arrays.asList(HEADER.strip().split(";")).indexOf(column), "Secretvalue");

        Outcome outcome =
                Fixture.map(RETAIL, HEADER + String.join(";", row) + "\n").get(0);

        assertThat(outcome).isInstanceOf(Accepted.class);
        assertThat(((Accepted) outcome).value().toString())
                .doesNotContain("Secret")
                .doesNotContain("475400");
    }
}
