package dev.touchstone.local.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.agents.Sample;
import dev.touchstone.local.client.Progress;
import dev.touchstone.local.system.Keys;
import dev.touchstone.local.system.Ports;
import dev.touchstone.local.system.Service;

/** One pass of samples through the review. */
public final class Demo {

    private static final Duration RECORD_PATIENCE = Duration.ofSeconds(40);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter REVISION = DateTimeFormatter.ofPattern("'r'yyyyMMdd-HHmmss")
            .withZone(ZoneOffset.UTC);

    private final Ports ports;
    private final Api api;
    private final PrintStream out;
    private final Board board;

    /** @param out for progress */
    public Demo(Ports ports, Keys keys, PrintStream out, boolean terminal) {
        this.ports = ports;
        this.api = new Api(ports, keys);
        this.out = out;
        this.board = Board.on(out, terminal);
    }

    /**
     * Submits the samples and watches until all reviews have ended or the time is over.
     *
     * @param samples each is submitted once
     * @param decide whether to decide what waits for a person; else a person does
     */
    public Outcome run(List<Sample> samples, boolean decide, Duration patience) throws IOException, InterruptedException {
        List<Candidate> candidates = new ArrayList<>();
        for (Sample sample : samples) {
            candidates.add(submit(sample));
        }
        long deadline = System.nanoTime() + patience.toNanos();
        while (!candidates.stream().allMatch(Candidate::isTerminal)) {
            if (System.nanoTime() > deadline) {
                out.println(late(candidates, patience));
                break;
            }
            for (Candidate candidate : candidates) {
                look(candidate, decide);
            }
            board.show(candidates);
            Thread.sleep(500);
        }
        awaitRecords(candidates);
        return new Outcome(candidates);
    }

    /** Reviews wait for nobody's record of them; who stops the system next should. */
    private void awaitRecords(List<Candidate> candidates) throws InterruptedException {
        long deadline = System.nanoTime() + RECORD_PATIENCE.toNanos();
        for (Candidate candidate : candidates.stream().filter(Candidate::isTerminal).toList()) {
            while (!api.isRecorded(candidate.submissionId())) {
                if (System.nanoTime() > deadline) {
                    out.println("The W&B run of the " + candidate.sample().key() + " agent is not complete yet.");
                    break;
                }
                Thread.sleep(500);
            }
        }
    }

    private Candidate submit(Sample sample) throws IOException, InterruptedException {
        ObjectNode submission = JSON.createObjectNode().put("agentId", "sample-" + sample.key())
                .put("revision", REVISION.format(Instant.now()));
        submission.set("cardDocument", card(sample));
        submission.putObject("organization").put("organizationId", Keys.MAKERS).put("name", "Sample makers");
        Api.Answer answer = api.submit(JSON.writeValueAsBytes(submission), UUID.randomUUID().toString());
        if (!answer.isSuccess()) {
            throw new IOException("The " + sample.key() + " agent was not accepted: " + answer.status() + " " + answer.body());
        }
        String id = answer.body().path("submissionId").asText();
        out.printf("%-8s submitted: %s%n", sample.key(), ports.url(Service.REVIEW).resolve("/submissions/" + id));
        return new Candidate(sample, id);
    }

    private JsonNode card(Sample sample) throws IOException, InterruptedException {
        return api.get(URI.create("http://127.0.0.1:" + ports.of(sample) + "/.well-known/agent-card.json"));
    }

    private void look(Candidate candidate, boolean decide) throws IOException, InterruptedException {
        if (candidate.isTerminal()) {
            return;
        }
        api.progress(candidate.submissionId()).ifPresent(candidate::update);
        Optional<Integer> attempt = candidate.undecided();
        if (decide && attempt.isPresent()) {
            decide(candidate, attempt.get());
        }
    }

    private void decide(Candidate candidate, int attempt) throws IOException, InterruptedException {
        Ruling ruling = Ruling.on(candidate.progress().orElseThrow());
        Api.Answer answer = api.decide(candidate.submissionId(), ruling);
        // 409: the review waits, and review-service has not heard of it yet. The next look tries again.
        if (answer.isSuccess()) {
            candidate.decided(attempt);
        } else if (answer.status() != 409 && answer.status() != 404) {
            throw new IOException("The decision was refused: " + answer.status() + " " + answer.body());
        }
    }

    private static String late(List<Candidate> candidates, Duration patience) {
        return "Not finished after " + patience.toSeconds() + " seconds: " + candidates.stream()
                .filter(candidate -> !candidate.isTerminal())
                .map(candidate -> candidate.sample().key() + " (" + candidate.progress().map(Demo::whereItIs).orElse("unknown")
                        + ")")
                .collect(Collectors.joining(", ")) + ". See the pages above and: touchstone logs";
    }

    private static String whereItIs(Progress progress) {
        return progress.state() + ", " + progress.steps().stream().filter(step -> !step.status().equals("pending"))
                .filter(step -> !step.status().equals("completed")).map(step -> step.stage() + " " + step)
                .collect(Collectors.joining(", "));
    }
}
