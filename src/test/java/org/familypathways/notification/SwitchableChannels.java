package org.familypathways.notification;

import java.util.List;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The application under test keeps notices in the app until a test opens a way out. */
@Component
@Primary
class SwitchableChannels extends Channels {

    private volatile List<Channel> open = List.of();

    SwitchableChannels() {
        super(List.of());
    }

    void open(Channel... channels) {
        open = List.of(channels);
    }

    void closeAll() {
        open = List.of();
    }

    @Override
    List<Channel> active() {
        return open;
    }
}
