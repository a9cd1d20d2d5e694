package dev.touchstone.review.pages.evidence;

import static dev.touchstone.review.pages.evidence.Members.count;
import static dev.touchstone.review.pages.evidence.Members.each;
import static dev.touchstone.review.pages.evidence.Members.figure;
import static dev.touchstone.review.pages.evidence.Members.text;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.review.Shown;
import dev.touchstone.review.artifacts.rows.Leaf;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.charts.Tone;

/** What was sent to the agent for the judge, and what came back. */
record RelayView(List<Exchange> exchanges) {

    private static final int BRIEF = 160;
    private static final int MOST_TOOLS = 12;

    record Exchange(Place place, Sent sent, Back back) {
    }

    /**
     * @param open whether it is shown unfolded
     */
    record Place(int line, boolean open, Tone tone) {
    }

    /**
     * @param recorded from where the answer was taken, so that nothing was sent; empty where it was
     */
    record Sent(Shown question, Shown request, Shown brief, Way way, Shown recorded) {
    }

    record Way(Shown endpoint, Shown protocol) {
    }

    /**
     * @param failure why no answer came; empty where one did
     * @param took milliseconds; empty where it was not measured
     */
    record Back(Shown outcome, Shown response, Shown failure, String took, Counted counted) {
    }

    /**
     * @param tokens in and out, as the agent counts them
     */
    record Counted(String tokens, List<SecurityView.Tool> tools) {
    }

    static RelayView of(List<Leaf.Row> rows, Formats formats) {
        return new RelayView(rows.stream().map(row -> exchange(row, rows.size() == 1, formats)).toList());
    }

    private static Exchange exchange(Leaf.Row row, boolean alone, Formats formats) {
        JsonNode line = row.content();
        return new Exchange(new Place(row.number(), alone, SecurityShaping.tone(row)),
                new Sent(text(line.path("question")), text(line.path("request")),
                        Shown.of(line.path("request").asText(), BRIEF),
                        new Way(text(line.path("endpoint")), text(line.path("protocol"))), text(line.path("recordedFrom"))),
                back(line, formats));
    }

    private static Back back(JsonNode line, Formats formats) {
        JsonNode took = line.path("latencyMillis");
        JsonNode tokens = line.path("tokens");
        String failure = line.path("code").isTextual() ? line.path("code").asText() + ": " + line.path("detail").asText() : "";
        return new Back(text(line.path("outcome")), text(line.path("response")), Shown.of(failure),
                count(took, formats),
                new Counted(figure(tokens.path("input"), formats) + " / " + figure(tokens.path("output"), formats),
                        each(line.path("toolUses")).limit(MOST_TOOLS).map(use -> new SecurityView.Tool(text(use.path("name")),
                                text(use.path("arguments")))).toList()));
    }
}
