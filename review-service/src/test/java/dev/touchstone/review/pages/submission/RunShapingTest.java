package dev.touchstone.review.pages.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunShapingTest {

    @ParameterizedTest
    @ValueSource(strings = { "javascript:alert(1)//", "data:text/html,x", "http:opaque", "//host/path", "https:///path" })
    void whatIsNoWebAddressIsNoLink(String address) {
        assertNull(RunShaping.linkable(URI.create(address)));
    }

    @Test
    void aWebAddressIsALink() {
        assertEquals("https://wandb.example/acme", RunShaping.linkable(URI.create("https://wandb.example/acme")));
    }
}
