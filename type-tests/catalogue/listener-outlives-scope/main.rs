include!("../prelude.rs");

struct Events {
    listeners: Vec<Box<dyn Fn()>>,
}

pub fn run() {
    let mut events = Events { listeners: vec![] };
    with_current(|current| {
        let Ok(fd) = get_unused_fd_flags(current, O_CLOEXEC) else { return };
        events.listeners.push(Box::new(move || drop(fd.reserved_fd()))); //~ E0521
    });
    for listener in &events.listeners {
        listener();
    }
}
