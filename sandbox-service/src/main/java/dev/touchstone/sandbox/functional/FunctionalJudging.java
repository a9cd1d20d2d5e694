package dev.touchstone.sandbox.functional;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.Stage;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.sandbox.attempt.Judging;
import dev.touchstone.sandbox.attempt.NotATranscript;
import dev.touchstone.sandbox.attempt.Report;
import dev.touchstone.sandbox.attempt.TranscriptFile;

/** Judges by the transcript, the attempt's own way as well as that of whoever judges again. */
@ApplicationScoped
class FunctionalJudging implements Judging {

    private final Embeddings embeddings;

    FunctionalJudging(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    /** What became of an attempt. */
    record Judged(ScenarioTally tally, Plan.Header header) {

        FunctionalSummary summary() {
            return new FunctionalSummary(tally, header);
        }
    }

    @Override
    public Stage stage() {
        return Stage.FUNCTIONAL;
    }

    @Override
    public List<Report> judge(String transcriptFile) {
        Judged judged = judged(transcriptFile);
        return FunctionalReports.of(judged.tally(), judged.summary());
    }

    /**
     * @throws NotATranscript also if it was measured by another model than there is here: its figures could not be had again
     */
    Judged judged(String transcriptFile) {
        TranscriptFile file = TranscriptFile.read(transcriptFile);
        if (file.stage() != Stage.FUNCTIONAL) {
            throw new NotATranscript("The file is the transcript of another stage.");
        }
        Plan.Header header = Plan.Header.read(file.header());
        if (!(embeddings.model() instanceof Embeddings.Model.Usable(ModelId here)) || !here.equals(header.model())) {
            throw new NotATranscript("The attempt was measured by another embedding model than there is here.");
        }
        ScenarioJudge judge = judge(header.rules());
        return new Judged(new ScenarioTally(file.cases().stream().map(FunctionalJudging::line).map(judge::judge).toList()),
                header);
    }

    ScenarioJudge judge(Rules rules) {
        return new ScenarioJudge(rules, new Distance.Measure(embeddings, rules.japaneseWordsWeight()));
    }

    private static ScenarioLine line(JsonNode json) {
        try {
            ScenarioLine line = EventJson.mapper().treeToValue(json, ScenarioLine.class);
            if (line.isWhole()) {
                return line;
            }
        } catch (JsonProcessingException | RuntimeException malformed) {
            // What the parser says of it would quote the file.
        }
        throw new NotATranscript("A line is not a scenario and what was said in it.");
    }
}
