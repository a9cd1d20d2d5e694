package dev.touchstone.judge;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.judge.questions.found.FoundFiles;

/** Named cards, and the references to them that a request carries. */
final class Cards {

    static final String TRIPS = """
            {"name":"Trip planner","skills":[
             {"id":"plan","name":"Plan a trip","description":"Plans trips day by day","tags":["travel"],
              "examples":["Plan a trip of two days to Kyoto"]},
             {"id":"plan-ja","name":"旅行の計画","description":"旅行を日ごとに計画します","tags":[],"examples":[]}]}""";
    static final String ONE_SKILL = """
            {"name":"Trip planner","skills":[
             {"id":"plan","name":"Plan a trip","description":"Plans trips day by day","tags":["travel"],
              "examples":["Plan a trip of two days to Kyoto"]}]}""";
    static final String NO_SKILLS = "{\"name\":\"Nothing in particular\"}";
    private static final String ENDLESS = "endless-";
    private static final String CHANGED = "changed-";

    private Cards() {
    }

    static ArtifactRef ref(String host, String card) {
        byte[] content = card.getBytes(StandardCharsets.UTF_8);
        String digest = Artifacts.digest(content);
        return new ArtifactRef("card.json", "application/json", content.length, digest,
                URI.create(host + "/artifacts/" + digest));
    }

    /** Points to a place where another card is served than the digest says. */
    static ArtifactRef changed(String host) {
        ArtifactRef ref = ref(host, TRIPS);
        return new ArtifactRef(ref.name(), ref.mediaType(), ref.size(), ref.digest(),
                URI.create(host + "/artifacts/" + CHANGED + ref.digest()));
    }

    /** Points to a place where more is served than the reference says. */
    static ArtifactRef endless(String host) {
        ArtifactRef ref = ref(host, TRIPS);
        return new ArtifactRef(ref.name(), ref.mediaType(), ref.size(), ref.digest(),
                URI.create(host + "/artifacts/" + ENDLESS + ref.digest()));
    }

    static String byPath(String path) {
        if (path.contains(ENDLESS)) {
            return "x".repeat(2_000_000);
        }
        if (path.contains(CHANGED)) {
            return "{\"skills\":[{\"name\":\"Another card\"}]}";
        }
        return FoundFiles.byPath(path).orElseGet(() -> Stream.of(ONE_SKILL, NO_SKILLS)
                .filter(card -> path.endsWith(ref("", card).digest())).findFirst().orElse(TRIPS));
    }
}
