package dev.touchstone.telemetry.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;

import org.junit.jupiter.api.Test;

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
        assertTrue(addresses.include(URI.create("https://wandb.example")));
        assertTrue(addresses.include(URI.create("https://api.wandb.example")));
    }

    @Test
    void keepsTheKeyFromAnyOtherWandbThatARunMayName() {
        // Given
        Addresses addresses = addresses("https://wandb.ai", Optional.empty());

        // Then
        assertFalse(addresses.include(URI.create("https://attacker.example")));
        assertFalse(addresses.include(URI.create("https://wandb.ai.attacker.example")));
        assertFalse(addresses.include(URI.create("https://wandb.ai@attacker.example")));
        assertFalse(addresses.include(URI.create("http://wandb.ai")));
    }

    private static Addresses addresses(String app, Optional<String> api) {
        return Addresses.of(URI.create(app), api.map(URI::create));
    }
}
