package dev.touchstone.sandbox.egress;

import java.security.cert.CertificateException;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.FailureCode;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;

/** What the HTTP client's failures mean. Their messages are not passed on: they name addresses, and the peer writes in them. */
final class Faults {

    private static final int DEEPEST = 10;

    private Faults() {
    }

    record Fault(FailureCode code, String detail) {
    }

    static Fault ofConnecting(Throwable failure) {
        if (caused(failure, CertificateException.class)) {
            return new Fault(FailureCode.TLS, "the certificate is not trusted or not the host's");
        }
        if (caused(failure, SSLException.class) || caused(failure, DecoderException.class)) {
            return new Fault(FailureCode.TLS, "the TLS handshake failed");
        }
        return new Fault(FailureCode.CONNECT, "no connection could be made");
    }

    static Fault ofAnswering(Throwable failure) {
        if (caused(failure, TooLongFrameException.class)) {
            return new Fault(FailureCode.TOO_LARGE, "the head of the answer is too large");
        }
        if (caused(failure, DecoderException.class) || caused(failure, IllegalArgumentException.class)) {
            return new Fault(FailureCode.NOT_UNDERSTOOD, "the answer is not HTTP");
        }
        return new Fault(FailureCode.BROKEN, "the connection broke before the answer was whole");
    }

    private static boolean caused(Throwable failure, Class<? extends Throwable> kind) {
        @Nullable
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (kind.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
