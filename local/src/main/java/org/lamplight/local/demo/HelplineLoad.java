package org.lamplight.local.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.lamplight.areas.AreaBook;

/** A load of hate referrals: consent is drawn anew for each version, so it comes and goes. */
record HelplineLoad(LoadDraws draws) implements LoadKind {
    private static final List<String> STRANDS = List.of("Race", "Disability", "Religion", "Age");

    HelplineLoad(AreaBook book, long seed, LocalDate today) {
        this(new LoadDraws(book, seed, today));
    }

    @Override
    public Export export() {
        return Helpline.EXPORT;
    }

    @Override
    public String row(LoadCase one, int version) {
        LoadDraws.Draw draw = draws.of(one, version);
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("caseRef", LoadKind.ownId(one)).put("version", version);
        if (one.withdrawnBy(version)) {
            return root.put("status", "withdrawn").toString();
        }
        root.put("status", version == 1 ? "open" : "updated");
        root.put("receivedAt", draw.sentAt().toString());
        root.putObject("incident").put("from", draw.occurred().toString()).putNull("to");
        locate(root.withObject("/incident"), draw, one.bad());
        root.putObject("consent").put("police", consent(draw)).put("council", false);
        root.putArray("strands").add(STRANDS.get(draw.pence() % STRANDS.size()));
        root.put("recordedAs", "Hate incident");
        root.putObject("caller").put("name", Canary.of("NAME", one.number()));
        return root.toString();
    }

    private static void locate(ObjectNode incident, LoadDraws.Draw draw, boolean swapped) {
        incident.put(
                swapped ? "lng" : "lat", new BigDecimal(Point.text(draw.point().latitude())));
        incident.put(
                swapped ? "lat" : "lng", new BigDecimal(Point.text(draw.point().longitude())));
    }

    private static boolean consent(LoadDraws.Draw draw) {
        return draw.pence() % 5 != 0;
    }

    @Override
    public Standing standing(LoadCase one) {
        LoadDraws.Draw draw = draws.of(one, one.versions());
        return new Standing(
                export().source(),
                LoadKind.ownId(one),
                one.versions(),
                consent(draw) ? draw.cellName() : null,
                draw.occurredAt(),
                draw.occurredAt(),
                null,
                null);
    }
}
