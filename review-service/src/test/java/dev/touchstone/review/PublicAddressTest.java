package dev.touchstone.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicAddressTest {

    @ParameterizedTest
    @CsvSource({ "https://agent.example/a2a, https://agent.example/a2a, false",
            "https://agent.example:8443/x?api_key=s3cret, https://agent.example:8443/x?…, true",
            "https://agent.example/x#s3cret, https://agent.example/x#…, true",
            "https://agent.example?s3cret#s3cret?s3cret, https://agent.example?…#…, true",
            "https://ada:s3cret@agent.example/x@y, https://…@agent.example/x@y, true",
            "https://ada@s3cret@agent.example/, https://…@agent.example/, true",
            "https://[::1]:8080/x?s3cret, https://[::1]:8080/x?…, true",
            "mailto:s3cret@agent.example, …, true", "'', '', false" })
    void whatMayHoldAKeyIsLeftOut(String address, String shown, boolean cut) {
        assertEquals(new PublicAddress(shown, cut), PublicAddress.of(address));
    }
}
