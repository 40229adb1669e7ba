package io.streamspec.maven;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Fails, with the difference, where a specification is not in canonical form. Writes nothing.
 *
 * @since 0.1.0
 */
@Mojo(name = "format-check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class FormatCheckMojo extends FormatMojo {

    @Override
    boolean isCheck() {
        return true;
    }
}
