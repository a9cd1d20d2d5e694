package dev.touchstone.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;

import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void namesWhatIsTakenAndWhatWantsIt() throws Exception {
        Ports ports = Ports.free();
        int judge = ports.of(Service.JUDGE);
        try (ServerSocket other = new ServerSocket(judge, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(List.of("port " + other.getLocalPort() + " is taken (judge-service wants it)"), ports.taken(true));
        }
    }

    @Test
    void noTwoPartsShareAPort() {
        var ports = new Ports(Ports.DEFAULT_BASE).byName(true);

        assertEquals(ports.size(), new HashSet<>(ports.values()).size());
        assertEquals(8080, ports.get("submission-service"));
        assertEquals(8090, ports.get("wandb-emulator"));
    }

    @Test
    void theBaseLeavesRoomForAll() {
        assertThrows(IllegalArgumentException.class, () -> new Ports(65_530));
        assertThrows(IllegalArgumentException.class, () -> new Ports(0));
    }
}
