include!("../prelude.rs");

fn set_interval(_f: impl FnMut() + 'static) {}

pub fn run() {
    let token = make(1);
    set_interval(move || eat(token)); //~ E0507
}
