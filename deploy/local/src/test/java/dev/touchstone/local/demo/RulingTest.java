package dev.touchstone.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.touchstone.local.client.Progress;

class RulingTest {

    @Test
    void approvesWhatNoGateSpeaksAgainst() throws Exception {
        assertTrue(Ruling.on(progress("completed", "completed", "manual")).approved());
        assertTrue(Ruling.on(progress("completed", "completed", "approve")).approved());
    }

    @Test
    void rejectsAFailedGateAndSaysWhich() throws Exception {
        Ruling ruling = Ruling.on(progress("failed", "pending", ""));

        assertFalse(ruling.approved());
        assertEquals("The security stage failed", ruling.notes());
    }

    @Test
    void rejectsWhatTheFunctionalStageOrTheJuryRejects() throws Exception {
        assertFalse(Ruling.on(progress("completed", "failed", "")).approved());
        assertFalse(Ruling.on(progress("completed", "completed", "reject")).approved());
    }

    private static Progress progress(String security, String functional, String verdict)
            throws JsonProcessingException {
        return new Progress(new ObjectMapper().readTree("""
                {"state":"awaiting_decision","terminal":false,"verdict":"%s",
                 "stages":[{"stage":"precheck","status":"completed","attempt":1},
                  {"stage":"security","status":"%s","attempt":1,"message":"12 of 40 attacks succeeded."},
                  {"stage":"functional","status":"%s","attempt":1}]}""".formatted(verdict, security, functional)));
    }
}
