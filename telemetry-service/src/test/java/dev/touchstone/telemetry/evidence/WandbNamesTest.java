package dev.touchstone.telemetry.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class WandbNamesTest {

    @Test
    void aHarmlessNameStaysAsItIs() {
        assertEquals("com.acme_trip-planner-security", WandbNames.collection("com.acme_trip-planner", "security"));
        assertEquals("revision-v1", WandbNames.alias("revision", "v1"));
    }

    @Test
    void whatIsLostIsMadeUpForByADigest() {
        List<String> owners = List.of("a/b", "a:b", "a b", "a_b", "旅行", "", "..", "x".repeat(200), "x".repeat(201));
        List<String> names = owners.stream().map(owner -> WandbNames.collection(owner, "functional")).toList();
        assertEquals(owners.size(), names.stream().distinct().count());
        for (String name : names) {
            assertTrue(name.matches("[A-Za-z0-9_.-]{1,128}"), name);
            assertTrue(name.endsWith("-functional"), name);
        }
    }

    @Test
    void nobodyCanTakeTheNameThatAnotherIsGiven() {
        // Given
        String given = WandbNames.collection("a/b", "judge");

        // When
        String imitated = WandbNames.collection(given.substring(0, given.length() - "-judge".length()), "judge");

        // Then
        assertNotEquals(given, imitated);
        assertTrue(imitated.startsWith("a_b-"));
    }

    @Test
    void aFileIsNoWayOut() {
        for (String name : List.of("../../etc/passwd", "/etc/passwd", "..", ".", "a\\b", "a\nb")) {
            assertTrue(WandbNames.file(name).matches("[A-Za-z0-9_.-]+") && !WandbNames.file(name).matches("\\.*"), name);
        }
    }
}
