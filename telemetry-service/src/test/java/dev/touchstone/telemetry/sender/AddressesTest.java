package dev.touchstone.telemetry.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.WandbRun;

class AddressesTest {

    @Test
    void knowsWhereTheApiOfTheCloudIs() {
        assertEquals("https://api.wandb.ai", addresses("https://wandb.ai/", Optional.empty()).api().toString());
        assertEquals("https://api.wandb.ai", addresses("https://wandb.ai", Optional.of("https://wandb.ai")).api().toString());
    }

    @Test
    void takesTheApplicationsAddressForTheApisOfAServerOfOnesOwn() {
        assertEquals("https://wandb.example", addresses("https://wandb.example", Optional.empty()).api().toString());
    }

    @Test
    void includesTheRunsOfTheOperatorsWandb() {
        // Given
        Addresses addresses = addresses("https://wandb.example/", Optional.of("https://api.wandb.example"));

        // Then
        assertTrue(addresses.include(run("https://wandb.example")));
        assertTrue(addresses.include(run("https://api.wandb.example")));
    }

    @Test
    void includesThemHoweverTheAddressIsSpelt() {
        // Given
        Addresses addresses = addresses("HTTPS://Wandb.Example:443//", Optional.of("https://API.wandb.example:443/v1/"));

        // Then
        assertTrue(addresses.include(run("https://wandb.example")));
        assertTrue(addresses.include(run("https://WANDB.example:443/")));
        assertTrue(addresses.include(run("https://api.wandb.example/v1")));
        assertFalse(addresses.include(run("https://wandb.example:444")));
        assertEquals("https://api.wandb.ai", addresses("https://WANDB.ai:443", Optional.empty()).api().toString());
    }

    @Test
    void keepsTheKeyFromAnyOtherWandbThatARunMayName() {
        // Given
        Addresses addresses = addresses("https://wandb.ai", Optional.empty());

        // Then
        assertFalse(addresses.include(run("https://attacker.example")));
        assertFalse(addresses.include(run("https://wandb.ai.attacker.example")));
        assertFalse(addresses.include(run("http://wandb.ai")));
    }

    private static Addresses addresses(String app, Optional<String> api) {
        return Addresses.of(URI.create(app), api.map(URI::create));
    }

    private static WandbRun run(String baseUrl) {
        return new WandbRun("acme", "agents", "r1", URI.create(baseUrl));
    }
}
