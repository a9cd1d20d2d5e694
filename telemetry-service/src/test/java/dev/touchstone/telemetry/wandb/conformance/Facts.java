package dev.touchstone.telemetry.wandb.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.telemetry.wandb.ExtendedJson;
import dev.touchstone.telemetry.wandb.Loopback.Request;

/**
 * What is set in a request, as short texts that can be compared.
 *
 * @param request the operation's name
 */
record Facts(String request, Set<String> facts) {

    static Facts of(Request request) {
        return request.path().endsWith("/file_stream") ? new Facts("file_stream", ofStream(request.json()))
                : new Facts(request.operation(), ofVariables(request.json().path("variables")));
    }

    /** The official client's, as they were written down. */
    static Facts of(JsonNode written) {
        return new Facts(written.path("request").asText(), texts(written.path("facts")));
    }

    static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> ofHeaders(Request request) {
        Set<String> facts = new TreeSet<>();
        for (String name : List.of("accept-encoding", "authorization", "content-type", "user-agent", "x-wandb-user-email",
                "x-wandb-username")) {
            if (request.headers().containsKey(name)) {
                String value = request.header(name);
                facts.add((name + " " + (name.equals("authorization") ? value.split(" ", -1)[0] : value)).strip());
            }
        }
        return facts;
    }

    private static Set<String> ofVariables(JsonNode variables) {
        Set<String> facts = new TreeSet<>();
        variables.properties().stream().filter(member -> !member.getValue().isNull())
                .forEach(member -> facts.add(member.getKey()));
        if (variables.has("waitDuration")) {
            facts.add("waitDuration " + variables.path("waitDuration"));
        }
        if (variables.has("config")) {
            facts.addAll(ofConfig(ExtendedJson.read(variables.path("config").asText())));
        }
        return facts;
    }

    private static Set<String> ofConfig(JsonNode config) {
        JsonNode own = config.path("_wandb").path("value");
        Set<String> facts = new TreeSet<>();
        names(config, "config ", facts);
        facts.remove("config _wandb");
        names(own, "own ", facts);
        names(own.path("t"), "t ", facts);
        own.path("e").forEach(environment -> names(environment, "e ", facts));
        own.path("m").forEach(metric -> facts.add("m " + metric));
        return facts;
    }

    private static void names(JsonNode object, String prefix, Set<String> facts) {
        object.properties().forEach(member -> facts.add(prefix + member.getKey()));
    }

    private static Set<String> ofStream(JsonNode body) {
        Set<String> facts = new TreeSet<>();
        for (Map.Entry<String, JsonNode> file : body.path("files").properties()) {
            JsonNode content = file.getValue().path("content");
            facts.add(file.getKey() + " " + file.getValue().path("offset") + "+" + content.size());
            if (file.getKey().equals("wandb-history.jsonl")) {
                facts.add(file.getKey() + " steps " + steps(content));
            }
            if (file.getKey().equals("output.log")) {
                content.forEach(line -> facts.add(file.getKey() + " "
                        + line.asText().replaceFirst("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6} .*", "time text")));
            }
        }
        body.properties().stream().filter(member -> !member.getKey().equals("files")).forEach(
                member -> facts.add(member.getKey() + (member.getKey().equals("exitcode") ? " " + member.getValue() : "")));
        return facts;
    }

    private static String steps(JsonNode lines) {
        List<String> steps = new ArrayList<>();
        lines.forEach(line -> steps.add(ExtendedJson.read(line.asText()).path("_step").asText()));
        return String.join(",", steps);
    }
}
