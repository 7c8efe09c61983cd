include!("../prelude.rs");

fn queue_microtask(f: impl FnOnce()) {
    f();
}

pub fn run() {
    let token = make(1);
    queue_microtask(|| eat(token));
}
