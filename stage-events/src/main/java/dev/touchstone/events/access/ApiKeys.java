package dev.touchstone.events.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Says who presents a key. The services' own is known here, so that they can speak to each other whatever else is away. */
@ApplicationScoped
class ApiKeys implements IdentityProvider<ApiKeyRequest> {

    private final AccessConfig config;
    private final Grants grants;

    ApiKeys(AccessConfig config, Grants grants) {
        this.config = config;
        this.grants = grants;
    }

    @Override
    public Class<ApiKeyRequest> getRequestType() {
        return ApiKeyRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(ApiKeyRequest request, AuthenticationRequestContext context) {
        if (isServices(request.keyDigest())) {
            return Uni.createFrom().item(identity(Caller.service()));
        }
        return grants.ofKey(request.keyDigest())
                .onItem().ifNull().failWith(() -> new AuthenticationFailedException("The key is not in force"))
                .map(grant -> identity(grant.caller(request.reading())));
    }

    private boolean isServices(String digest) {
        return isKey(digest, Optional.of(config.serviceKey())) || isKey(digest, config.formerServiceKey());
    }

    private static boolean isKey(String digest, Optional<String> secret) {
        return secret.filter(each -> MessageDigest.isEqual(bytes(new ApiKey(each).digest()), bytes(digest))).isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static SecurityIdentity identity(Caller caller) {
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(caller.name())).addRoles(caller.roles())
                .addAttribute(Callers.ATTRIBUTE, caller).build();
    }
}
