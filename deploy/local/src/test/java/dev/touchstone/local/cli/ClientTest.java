package dev.touchstone.local.cli;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import dev.touchstone.local.client.ScriptedService;

/** A client and the scripted service that it speaks to. */
abstract class ClientTest {

    ScriptedService service;
    Client client;

    @BeforeEach
    void start() throws Exception {
        service = new ScriptedService();
        client = new Client(service);
    }

    @AfterEach
    void stop() {
        service.close();
    }
}
