include!("../prelude.rs");

// What can't be cloned across is, in Rust, what is not Send: here a closure over an Rc.
struct Message<F> {
    name: &'static str,
    done: F,
}

pub fn run() {
    let shared = std::rc::Rc::new(1);
    post(Message { name: "a", done: move || *shared }); //~ E0277
}
