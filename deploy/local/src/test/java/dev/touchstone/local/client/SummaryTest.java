package dev.touchstone.local.client;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

class SummaryTest {

    @Test
    void saysWhatCameOfTheReview() throws Exception {
        String summary = summary("Two of forty attacks succeeded.", "http://127.0.0.1:8083/submissions/1");

        assertTrue(summary.startsWith("## Touchstone: trip&#45;planner 1&#46;4&#46;0 is rejected\n"), summary);
        assertTrue(summary.contains("| security | 1 | failed | Two of forty attacks succeeded&#46; |"), summary);
        assertTrue(summary.contains("Trust score: 38.5. Verdict of the jury: none."), summary);
        assertTrue(summary.contains("- [Review](http://127.0.0.1:8083/submissions/1)"), summary);
    }

    @Test
    void textOfAnAgentIsNoMarkup() throws Exception {
        String summary = summary("![](https://evil.example/x.png) | <img src=x> `code` www.evil.example\\n# Approved",
                "javascript:alert(1)");

        for (String markup : new String[] { "![", "<img", "`code`", "www.evil", "https://evil", "\n# ", "javascript" }) {
            assertFalse(summary.contains(markup), markup + " in " + summary);
        }
    }

    private static String summary(String message, String review) throws Exception {
        return Summary.of(new Progress(new ObjectMapper().readTree("""
                {"agentId":"trip-planner","revision":"1.4.0","state":"rejected","terminal":true,"statusReason":"%s",
                 "trustScore":{"score":38.5},"verdict":null,"links":{"review":"%s"},
                 "stages":[{"stage":"security","status":"failed","attempt":1,"message":"%s"}]}"""
                .formatted(message, review, message))));
    }
}
