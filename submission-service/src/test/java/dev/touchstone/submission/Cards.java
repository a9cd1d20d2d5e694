package dev.touchstone.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.codec.EventJson;

/** Named cards, as their makers write them. */
public final class Cards {

    public static final String A2A_1_0 = """
            {"name": "Trip planner", "description": "Plans trips", "version": "1.2.0",
             "supportedInterfaces": [
               {"url": "https://agent.example/grpc", "protocolBinding": "GRPC", "protocolVersion": "1.0"},
               {"url": "https://agent.example/a2a", "protocolBinding": "JSONRPC", "protocolVersion": "1.0"}],
             "capabilities": {"streaming": false}, "defaultInputModes": ["text/plain"],
             "defaultOutputModes": ["text/plain"],
             "skills": [{"id": "plan-trip", "name": "Plan a trip", "description": "Plans a trip", "tags": ["travel"]}]}""";

    public static final String A2A_0_3 = """
            {"protocolVersion": "0.3.0", "name": "Trip planner", "description": "Plans trips", "version": "1.0.0",
             "url": "https://agent.example/a2a", "preferredTransport": "JSONRPC", "capabilities": {},
             "skills": [{"id": "plan-trip", "name": "Plan a trip"}]}""";

    public static final String STORE = """
            {"translations": {
               "ja": {"displayName": "旅行プランナー", "shortDescription": "旅行を計画します",
                      "capabilities": ["旅程の作成"], "useCases": ["家族旅行"]},
               "en": {"displayName": "Trip planner", "shortDescription": "Plans trips",
                      "capabilities": ["Make an itinerary"], "useCases": ["Family trips"]}},
             "defaultLocale": "ja", "executionProfile": {"maxSeconds": 30},
             "serviceUrl": "https://agent.example/prompt", "skills": []}""";

    private Cards() {
    }

    public static JsonNode json(String text) {
        try {
            return EventJson.mapper().readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }

    /** The first card, at another endpoint. */
    public static String at(String endpoint) {
        return A2A_1_0.replace("https://agent.example/a2a", endpoint);
    }
}
